# Catch2 for the tests: the second version (one header) or the third (a compiled library), as the system has it.

set(regulars_catch_roots /usr /usr/local /opt/homebrew /opt/local)
find_package(Catch2 QUIET PATHS ${regulars_catch_roots} NO_CMAKE_FIND_ROOT_PATH)
if(Catch2_FOUND)
  include(${Catch2_DIR}/Catch.cmake)
elseif(NOT EMSCRIPTEN)
  message(FATAL_ERROR "Catch2 was not found. Debian's package is catch2; ./dev test installs it.")
endif()

add_library(regulars_catch INTERFACE)
if(Catch2_VERSION VERSION_LESS 3)
  regulars_link(catch2 catch.hpp catch2)
elseif(NOT EMSCRIPTEN)
  target_link_libraries(regulars_catch INTERFACE Catch2::Catch2)
endif()

# A compiled Catch2 is compiled for the host: it cannot be linked into WebAssembly.
set(regulars_catch_usable ON)
if(EMSCRIPTEN AND NOT Catch2_VERSION VERSION_LESS 3)
  set(regulars_catch_usable OFF)
endif()
