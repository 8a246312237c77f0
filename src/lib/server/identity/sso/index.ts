export { finishSso, ssoCookie, ssoLogoutUrl, startSso, type SsoDeps } from './sso.usecases';
export { ssoProviders, type SsoProviders } from './providers';
export { ssoSettings, type SsoSettings } from './settings';
