/**
 * Options of Node for the server. A closing day makes millions of short-lived objects: in the room V8
 * would take for them by itself, the process grows by 80 MB that it never gives back.
 */
export const nodeOptions = ['--max-semi-space-size=8'];
