# The header-only libraries of the system, behind one folder of links in the build tree. Only the link folder is ever on the
# include path: a cross build that saw the whole of the host's include folder would take its C library from there too.

set(regulars_links ${PROJECT_BINARY_DIR}/libraries)
file(MAKE_DIRECTORY ${regulars_links})

# Links `name`, a folder below some include folder of the system, that is recognised by the file `witness` inside it.
function(regulars_link name witness package)
  # The toolchain of the cross build searches its own root only; these headers are the host's.
  find_path(REGULARS_INCLUDE_${name} ${name}/${witness}
    PATHS /usr/include /usr/local/include /opt/homebrew/include /opt/local/include
    NO_CMAKE_FIND_ROOT_PATH)
  mark_as_advanced(REGULARS_INCLUDE_${name})
  if(NOT REGULARS_INCLUDE_${name})
    message(FATAL_ERROR "${name}/${witness} was not found. Debian's package is ${package}; ./dev build installs it.")
  endif()
  file(CREATE_LINK ${REGULARS_INCLUDE_${name}}/${name} ${regulars_links}/${name} SYMBOLIC)
endfunction()

regulars_link(boost math/special_functions/beta.hpp libboost-dev)
regulars_link(eigen3 Eigen/Core libeigen3-dev)
regulars_link(fast_float fast_float.h libfast-float-dev)
regulars_link(nlohmann json.hpp nlohmann-json3-dev)

add_library(regulars_libraries INTERFACE)
target_include_directories(regulars_libraries SYSTEM INTERFACE ${regulars_links} ${regulars_links}/eigen3)
# The same in every target, whether it is compiled with exceptions or not: an inline function must have one meaning.
target_compile_definitions(regulars_libraries INTERFACE JSON_NOEXCEPTION BOOST_NO_EXCEPTIONS EIGEN_NO_DEBUG)
