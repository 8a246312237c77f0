export { confirmPush, pushState, turnPushOff, turnPushOn, tryPush, type PushState } from './push';
