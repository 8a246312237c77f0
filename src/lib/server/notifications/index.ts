export { notify, type Notify } from './notify.usecases';
export { inbox, markRead, setChoice } from './notifications.repository';
export { notificationJobs } from './notifications.jobs';
export { pushSender } from './push/sender';
export { subscribe, subscriptionSchema } from './push/subscriptions.usecases';
export { deleteSubscription, pushKeys, rotatePushKeys } from './push/subscriptions.repository';
