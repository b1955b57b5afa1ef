export { Canvas, type CanvasProps } from './Canvas.tsx'
