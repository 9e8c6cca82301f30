/** Answers electron-builder's question whether it is to gather `node_modules`: `electron-builder.yml` names what goes along. */
module.exports = () => false
