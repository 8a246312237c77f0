export { openApi, shareRequestCounters } from './open-api.handle';
export { simulationRoute } from './simulation-route';
export { openApiDocument } from './document';
