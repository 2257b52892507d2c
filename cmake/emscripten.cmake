# Finds Emscripten's own toolchain file through the compiler on PATH, so that `cmake --preset wasm` needs no variable set.

find_program(REGULARS_EM_CONFIG em-config REQUIRED)
execute_process(COMMAND ${REGULARS_EM_CONFIG} EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE regulars_emscripten OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include(${regulars_emscripten}/cmake/Modules/Platform/Emscripten.cmake)
