export { isOpenApi, openApi } from './open-api.handle';
export { simulationRoute } from './simulation-route';
