// What the examples in the docstrings of shared/ call `fixtures`: a few shared values, named for their story.

export const fixtures = {};
