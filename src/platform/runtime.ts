/** `Node 20.20.2 on linux x64` */
export const runtime = `Node ${process.versions.node} on ${process.platform} ${process.arch}`;
