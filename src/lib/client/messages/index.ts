export { changeDeadline, myDeadlines, planDeadline, removeDeadline } from './deadlines';
