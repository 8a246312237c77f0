// Drawn by the phone itself, without the network: what is locked is not on the server.
export const ssr = false;
