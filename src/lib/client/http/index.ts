export { fetchJson, type Fetch, type HttpFailure, type JsonRequest } from './fetch-json';
export { isServerReachable } from './reachable';
export { fetchMarked, type MarkedRequest } from './fetch-marked';
