// placeholder until the first file stands here
export {};
