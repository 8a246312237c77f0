/** The shell the worker gives for every page of the application: no data, no name, nothing but code. */
export const prerender = true;
export const ssr = false;
