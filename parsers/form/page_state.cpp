#include "parsers/form/page_state.hpp"

#include <utility>

namespace torimatome::parsers {

void enter_page(bool headed, const Form& form, PageState& page) {
    ++page.place.page;
    page.place.headed = headed;
    page.place.section_headed = !page.outside || page.section_in_head || form.section.item_style.empty();
    page.place.section_differs = std::exchange(page.section_differs, false);
    page.section_in_head = false;
}

void announce_rows(const SourcePosition& source, PageState& page) {
    if (page.announced.line == 0) page.announced = source;
}

void leave_head(PageState& page) { page.in_box = page.outside = false; }

}  // namespace torimatome::parsers
