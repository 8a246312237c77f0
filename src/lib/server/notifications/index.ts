export { checkPush, notify, type Notify } from './notify.usecases';
export { inbox } from './notifications.repository';
export { inboxSource, inboxTarget, notificationSettings } from './notifications.sync';
export { notificationJobs } from './notifications.jobs';
export { remind, type DeadlineSource, type KnownDeadline } from './reminders.usecases';
export { stopMails } from './unsubscribe.usecases';
export { pushSender } from './push/sender';
export { subscribe, subscriptionSchema } from './push/subscriptions.usecases';
export { deleteSubscription, pushKeys, rotatePushKeys } from './push/subscriptions.repository';
