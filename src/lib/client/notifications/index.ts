export { markAsRead, myInbox } from './inbox';
export { countUnread, unreadCount } from './unread';
export { changeSettings, mySettings, type SettingsChange } from './settings';
