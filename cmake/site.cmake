# Target site: everything that a browser downloads, in build/wasm/site, hashed and compressed. It fails above the size limit that
# tools/pack_assets.py names.
get_property(app GLOBAL PROPERTY kitbag_wasm_app)
file(GLOB_RECURSE shell_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web-shell/*")
if(app AND shell_files)
  set(stamp "${CMAKE_BINARY_DIR}/site.stamp")
  add_custom_command(OUTPUT "${stamp}"
    COMMAND python3 "${CMAKE_SOURCE_DIR}/tools/pack_assets.py" --output "${CMAKE_BINARY_DIR}/site"
      "${CMAKE_SOURCE_DIR}/web-shell" "${CMAKE_BINARY_DIR}/assets" "$<TARGET_FILE:${app}>"
      "$<TARGET_FILE_DIR:${app}>/${app}.wasm"
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS ${shell_files} ${font_outputs} fonts ${app} "${CMAKE_SOURCE_DIR}/tools/pack_assets.py"
    COMMENT "Packing the site" VERBATIM)
  add_custom_target(site ALL DEPENDS "${stamp}")
else()
  message(STATUS "No site yet: it needs web-shell/ and a target that calls kitbag_wasm_app")
endif()
