# The app and its API in one image, run by a user that owns nothing but its data.
#   docker build -t stagecraft .
#   docker run --rm --hostname stagecraft -p 4400:4400 -v stagecraft:/data stagecraft

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: it refuses lock files made where some platforms have no binary.
RUN npm install --no-audit --no-fund
COPY . .
# Of MUI, half of all bytes, only what the page holds is needed, and that is in dist.
RUN npx vite build && npm prune --omit=dev --no-audit --no-fund && rm -r node_modules/@mui

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400 DATA_DIR=/data
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY --from=build /build/bootstrap ./bootstrap
COPY --from=build /build/cli ./cli
COPY --from=build /build/server ./server
COPY --from=build /build/src ./src
RUN install -d -o node -g node -m 0700 /data && ln -s /app/cli/stagecraft.js /usr/local/bin/stagecraft
USER node
VOLUME /data
EXPOSE 4400
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4400/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# Node itself is the process, so that it hears when it is to end.
CMD ["node", "server/main.ts"]
