export { changeDeadline, myDeadlines, planDeadline, removeDeadline } from './deadlines';
export { acknowledge, myCircular, myCirculars } from './circulars';
export {
	messagesOf,
	myThread,
	myThreads,
	replyTo,
	writeToService,
	type ThreadSummary
} from './threads';
export { myUpcoming } from './deadline-thread';
export { closeCalendar, isCalendarOpen, openCalendar } from './calendar';
