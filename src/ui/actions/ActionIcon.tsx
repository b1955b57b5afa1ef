/** An action names its icon in a word; here the word becomes a picture. Every editor action's icon is in this list. */
import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import AddBox from '@mui/icons-material/AddBoxOutlined'
import Add from '@mui/icons-material/AddOutlined'
import AlignHorizontalCenter from '@mui/icons-material/AlignHorizontalCenterOutlined'
import AlignHorizontalLeft from '@mui/icons-material/AlignHorizontalLeftOutlined'
import AlignHorizontalRight from '@mui/icons-material/AlignHorizontalRightOutlined'
import AlignVerticalBottom from '@mui/icons-material/AlignVerticalBottomOutlined'
import AlignVerticalCenter from '@mui/icons-material/AlignVerticalCenterOutlined'
import AlignVerticalTop from '@mui/icons-material/AlignVerticalTopOutlined'
import ArrowBack from '@mui/icons-material/ArrowBackOutlined'
import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined'
import ArrowForward from '@mui/icons-material/ArrowForwardOutlined'
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined'
import Block from '@mui/icons-material/BlockOutlined'
import CallSplit from '@mui/icons-material/CallSplitOutlined'
import CenterFocusStrong from '@mui/icons-material/CenterFocusStrongOutlined'
import ChatBubble from '@mui/icons-material/ChatBubbleOutlineOutlined'
import CheckBox from '@mui/icons-material/CheckBoxOutlined'
import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import ContentCut from '@mui/icons-material/ContentCutOutlined'
import ContentPaste from '@mui/icons-material/ContentPasteOutlined'
import CropFree from '@mui/icons-material/CropFreeOutlined'
import Delete from '@mui/icons-material/DeleteOutlined'
import Deselect from '@mui/icons-material/DeselectOutlined'
import DriveFileRenameOutline from '@mui/icons-material/DriveFileRenameOutlineOutlined'
import East from '@mui/icons-material/EastOutlined'
import EmojiEvents from '@mui/icons-material/EmojiEventsOutlined'
import FileCopy from '@mui/icons-material/FileCopyOutlined'
import FirstPage from '@mui/icons-material/FirstPageOutlined'
import FitScreen from '@mui/icons-material/FitScreenOutlined'
import Flag from '@mui/icons-material/FlagOutlined'
import FormatListNumbered from '@mui/icons-material/FormatListNumberedOutlined'
import Forum from '@mui/icons-material/ForumOutlined'
import GridOn from '@mui/icons-material/GridOnOutlined'
import Highlight from '@mui/icons-material/HighlightOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import Hub from '@mui/icons-material/HubOutlined'
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined'
import KeyboardArrowLeft from '@mui/icons-material/KeyboardArrowLeftOutlined'
import KeyboardArrowRight from '@mui/icons-material/KeyboardArrowRightOutlined'
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUpOutlined'
import Keyboard from '@mui/icons-material/KeyboardOutlined'
import LastPage from '@mui/icons-material/LastPageOutlined'
import LinearScale from '@mui/icons-material/LinearScaleOutlined'
import MenuBook from '@mui/icons-material/MenuBookOutlined'
import MoreVert from '@mui/icons-material/MoreVertOutlined'
import NavigateBefore from '@mui/icons-material/NavigateBeforeOutlined'
import NavigateNext from '@mui/icons-material/NavigateNextOutlined'
import North from '@mui/icons-material/NorthOutlined'
import OpenWith from '@mui/icons-material/OpenWithOutlined'
import PlayArrow from '@mui/icons-material/PlayArrowOutlined'
import PowerSettingsNew from '@mui/icons-material/PowerSettingsNewOutlined'
import RecordVoiceOver from '@mui/icons-material/RecordVoiceOverOutlined'
import Redo from '@mui/icons-material/RedoOutlined'
import Schema from '@mui/icons-material/SchemaOutlined'
import Search from '@mui/icons-material/SearchOutlined'
import SelectAll from '@mui/icons-material/SelectAllOutlined'
import SkipNext from '@mui/icons-material/SkipNextOutlined'
import SkipPrevious from '@mui/icons-material/SkipPreviousOutlined'
import South from '@mui/icons-material/SouthOutlined'
import Summarize from '@mui/icons-material/SummarizeOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import TableRows from '@mui/icons-material/TableRowsOutlined'
import Terminal from '@mui/icons-material/TerminalOutlined'
import Tune from '@mui/icons-material/TuneOutlined'
import Undo from '@mui/icons-material/UndoOutlined'
import ViewWeek from '@mui/icons-material/ViewWeekOutlined'
import West from '@mui/icons-material/WestOutlined'
import ZoomIn from '@mui/icons-material/ZoomInOutlined'
import ZoomOut from '@mui/icons-material/ZoomOutOutlined'
import type { ElementType } from 'react'

const icons: Readonly<Record<string, ElementType>> = {
  AccountTree,
  Add,
  AddBox,
  ArrowBack,
  ArrowDownward,
  ArrowForward,
  ArrowUpward,
  Block,
  CallSplit,
  CenterFocusStrong,
  ChatBubble,
  CheckBox,
  ContentCopy,
  ContentCut,
  ContentPaste,
  Delete,
  Deselect,
  DriveFileRenameOutline,
  East,
  EmojiEvents,
  FileCopy,
  FirstPage,
  FitScreen,
  Flag,
  FormatListNumbered,
  Forum,
  GridOn,
  History,
  Keyboard,
  KeyboardArrowDown,
  KeyboardArrowLeft,
  KeyboardArrowRight,
  KeyboardArrowUp,
  LastPage,
  LinearScale,
  MenuBook,
  MoreVert,
  NavigateBefore,
  NavigateNext,
  North,
  OpenWith,
  PlayArrow,
  PowerSettingsNew,
  RecordVoiceOver,
  Redo,
  Schema,
  Search,
  SelectAll,
  SkipNext,
  SkipPrevious,
  South,
  Summarize,
  SwapHoriz,
  TableRows,
  Terminal,
  Tune,
  Undo,
  West,
  AlignHorizontalLeft,
  AlignHorizontalCenter,
  AlignHorizontalRight,
  AlignVerticalTop,
  AlignVerticalCenter,
  AlignVerticalBottom,
  ViewWeek,
  Highlight,
  Hub,
  CropFree,
  ZoomIn,
  ZoomOut,
}

/** These point where the words run; what points on the canvas stays, as the canvas does. */
const directional = new Set(['NavigateBefore', 'NavigateNext', 'Redo', 'Undo'])

/** Null for a name that is not drawn. */
export function ActionIcon({ name }: { readonly name: string }) {
  const Icon = Object.hasOwn(icons, name) ? icons[name] : undefined
  return Icon ? (
    <Icon fontSize="inherit" className={directional.has(name) ? 'directional' : undefined} aria-hidden />
  ) : null
}

/** True where the name is drawn; a test holds every action to it. */
export const hasActionIcon = (name: string): boolean => Object.hasOwn(icons, name)
