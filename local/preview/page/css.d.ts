// The build puts style sheets beside the page's code.
declare module "*.css";
