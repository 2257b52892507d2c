// What the test program needs of Node before it starts; Emscripten puts it at the head of its script.

// Emscripten before 3.1.13 fetches its own file, which Node 18 and later cannot do by path.
globalThis.fetch = undefined;

// The program has an environment of its own unless the host's is copied.
Module.preRun = () => typeof ENV === 'undefined' || Object.assign(ENV, process.env);
