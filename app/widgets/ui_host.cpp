#include "app/widgets/ui_host.h"

#include <imgui.h>
#include <imgui_internal.h>

// ImGui calls these for every item of its own widgets, because it is compiled with IMGUI_ENABLE_TEST_ENGINE. Kitbag uses none of
// those widgets, so whatever is heard here has no semantic node.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&, const ImGuiLastItemData*) {}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID, const char* label, ImGuiItemStatusFlags) {
    if (!context->TestEngine || !context->WithinFrameScope) return;
    static_cast<std::vector<std::string>*>(context->TestEngine)->push_back(label ? label : "");
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return nullptr;
}

namespace kitbag {
void UiHost::ContextEnd::operator()(ImGuiContext* context) const {
    ImGui::DestroyContext(context);
}

UiHost::UiHost(FontFiles fonts, GlyphSource* source) : context_(ImGui::CreateContext()), ui_(theme_, input_) {
    ImGui::SetCurrentContext(context_.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoMouseCursorChange;
    context_->TestEngine = &foreign_items_;
    context_->TestEngineHookItems = true;
    theme_.load_fonts(std::move(fonts), source);
}

UiHost::~UiHost() {
    ImGui::SetCurrentContext(context_.get());
    context_->TestEngine = nullptr;
    context_->TestEngineHookItems = false;
}

std::string UiHost::frame(const std::function<void(Ui&)>& draw) {
    ImGui::SetCurrentContext(context_.get());
    input_.begin_frame();
    const Surroundings& window = input_.surroundings();
    theme_.set_text_scale(window.text_scale);
    theme_.colours = palette_of(window.scheme);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {window.width, window.height};
    io.DisplayFramebufferScale = {window.pixel_ratio, window.pixel_ratio};
    io.DeltaTime = 1.0f / 60.0f;
    ImGui::NewFrame();
    foreign_items_.clear();  // ImGui has just opened a hidden window of its own, as it does in every frame.
    theme_.set_pixel_ratio(window.pixel_ratio);
    ui_.begin_frame(*ImGui::GetBackgroundDrawList());
    draw(ui_);
    ui_.end_frame();
    ImGui::Render();
    std::string message = differ_.changes(ui_.tree(), ui_.asks());
    const bool moved = !message.empty() || ui_.layout_moved();
    settling_ = moved ? settling_ + 1 : 0;
    wants_frame_ = input_.waiting() || input_.acted() || (moved && settling_ <= settle_frames_max);
    if (!wants_frame_) settling_ = 0;
    wants_frame_ = wants_frame_ || ui_.something_arrives();
    return message;
}

ImDrawData* UiHost::picture() const {
    ImGui::SetCurrentContext(context_.get());
    return ImGui::GetDrawData();
}

std::vector<std::string> UiHost::audit() {
    std::vector<std::string> faults = ui_.tree().audit();
    for (const std::string& label : foreign_items_) faults.push_back("ImGui drew an item of its own: " + label);
    return faults;
}

}  // namespace kitbag
