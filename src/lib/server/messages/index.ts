export {
	approveCircular,
	correctCircular,
	readCircular,
	rehearseCircular,
	saveCircular,
	sendCircular,
	startCircular
} from './circulars.usecases';
export { attachmentsOfCircular } from './attachments/attachments.repository';
export { openAttachment, sealFiles } from './attachments/attachments.usecases';
export { readCircularForm, readDeparture, readRemoved } from './circular-form';
export { listCirculars, readingsOf, type StoredCircular } from './circulars.repository';
export { calendarOf, closeFeed, isFeedOpen, openFeed, ownerOfFeed } from './calendar.usecases';
export { countConcerned, everyConcerned } from './audience.repository';
export { circularSource, circularTarget } from './circulars.sync';
export { seedDemoMessages } from './demo-messages.usecases';
export { circularsSettingDates, recipientsOfCircular } from './deadlines.repository';
export {
	openingThread,
	threadMessageSource,
	threadMessageTarget,
	threadSource,
	threadTarget
} from './threads/threads.sync';
export { listThreads } from './threads/threads.repository';
export { answerThread, closeThread, readThread } from './threads/threads.usecases';
export { attachmentJobs, messagesJobs } from './messages.jobs';
