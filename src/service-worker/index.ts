/**
 * The worker: gives the application's own files and shell without the network, and nothing else.
 * Invariant: no answer of the API ever enters Cache Storage; a person's data lives in their database.
 * Deliberately absent: skipWaiting at install, which would pull open pages from under the person.
 */
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { clientsClaim } from 'workbox-core';
import { listenToKeys } from './keys';
import { listenToMessages } from './messages';
import { answerNavigations } from './navigation';
import { precacheApplication } from './precache';
import { listenToPushes } from './push';

precacheApplication();
answerNavigations();
listenToKeys(self as unknown as ServiceWorkerGlobalScope);
listenToMessages(self as unknown as ServiceWorkerGlobalScope);
listenToPushes(self as unknown as ServiceWorkerGlobalScope);
clientsClaim();
