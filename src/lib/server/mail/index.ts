export { readReturnedMail, tokenMatches } from './returned-mail';
export { sendMail, type MailRequest } from './mail.usecases';
export { mailJobs, transportOf } from './mail.jobs';
export { outboxFolder, readOutbox, type OutboxMail } from './outbox';
