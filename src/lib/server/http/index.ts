export { requestContext } from './request-context';
export { securityHeaders } from './security-headers';
export { session } from './session';
export { sameOrigin } from './same-origin';
export {
	clearFlow,
	clearSession,
	clientOf,
	endWithBrowser,
	flowToken,
	setFlowCookie,
	setSessionCookies
} from './session-cookies';
export { guard } from './guard';
export { failWith, formFiles, formText } from './forms';
export { codeActions } from './code-page';
export { decisionActions } from './decisions';
export { holdActions } from './hold-actions';
export { finishSignIn } from './finish-sign-in';
export { respondCeremony } from './passkey-cookies';
export { readJson } from './read-json';
export { respond, respondError, respondPdf } from './respond';
export { reportUnexpected } from './report-unexpected';
export { openApi, openApiDocument, shareRequestCounters, simulationRoute } from './open-api';
export { respondCalendar } from './respond-calendar';
