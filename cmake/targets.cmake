# The three shapes that our own targets have.

# kitbag_library(name SOURCES file… [DEPENDS target…])
# DEPENDS are public: what a header of this library includes, its users can include too.
function(kitbag_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  if(arg_SOURCES)
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC ${arg_DEPENDS} PRIVATE kitbag_options)
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${arg_DEPENDS})
    target_include_directories(${name} INTERFACE "${CMAKE_SOURCE_DIR}")
  endif()
endfunction()

# kitbag_test(name SOURCES file… [DEPENDS target…])
# One doctest executable, in build/<preset>/bin, run by ctest and by ./dev test from the top of the repository.
function(kitbag_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_DEPENDS} doctest kitbag_options)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  set_property(GLOBAL APPEND PROPERTY kitbag_tests ${name})
endfunction()

# kitbag_embed_text(target variable file…)
# Makes text files part of the program, sorted by name:
#     #include "embedded/migrations.h"
#     for (const kitbag::embedded::Text& text : kitbag::embedded::migrations) apply(text.name, text.content);
function(kitbag_embed_text target variable)
  set(folder "${CMAKE_BINARY_DIR}/generated/${target}")
  set(source "${folder}/embedded/${variable}.cpp")
  set(header "${folder}/embedded/${variable}.h")
  set(files "")
  foreach(file IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    list(APPEND files "${file}")
  endforeach()
  add_custom_command(
    OUTPUT "${source}" "${header}"
    COMMAND python3 "${CMAKE_SOURCE_DIR}/tools/embed_text.py" "${folder}/embedded" "${variable}" ${files}
    DEPENDS ${files} "${CMAKE_SOURCE_DIR}/tools/embed_text.py"
    COMMENT "Embedding ${variable}"
    VERBATIM)
  target_sources(${target} PRIVATE "${source}" "${header}")
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()
