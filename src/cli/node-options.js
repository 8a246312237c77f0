/**
 * Options of Node for the server. A closing day makes millions of short-lived objects: the room V8
 * takes for them is bounded, since it does not give it back.
 */
export const nodeOptions = ['--max-semi-space-size=8'];
