#include "parsers/pdf/grey_image.hpp"

#include <algorithm>

namespace torimatome::parsers::pdf {

namespace {

int pixel_at(double place, double scale, int count) {
    return std::clamp(static_cast<int>(place * scale), 0, std::max(count - 1, 0));
}

GreyImage blank_like(const GreyImage& image, bool sideways) {
    GreyImage result;
    result.width = sideways ? image.height : image.width;
    result.height = sideways ? image.width : image.height;
    result.scale = image.scale;
    result.pixels.resize(image.pixels.size());
    return result;
}

}  // namespace

int GreyImage::column_at(double x) const { return pixel_at(x, scale, width); }

int GreyImage::row_at(double y) const { return pixel_at(y, scale, height); }

int lightest_of(const GreyImage& image, int x0, int y0, int x1, int y1) {
    int lightest = 0;
    for (int y = y0; y <= y1; ++y)
        lightest = std::max<int>(lightest, *std::max_element(image.row(y) + x0, image.row(y) + x1 + 1));
    return lightest;
}

GreyImage transposed(const GreyImage& image) {
    constexpr int kBlock = 64;  // pixels: blocks that stay in the processor's cache
    GreyImage result = blank_like(image, true);
    for (int top = 0; top < image.height; top += kBlock) {
        for (int left = 0; left < image.width; left += kBlock) {
            const int bottom = std::min(top + kBlock, image.height);
            const int right = std::min(left + kBlock, image.width);
            for (int y = top; y < bottom; ++y) {
                const std::uint8_t* from = image.row(y);
                for (int x = left; x < right; ++x) result.row(x)[y] = from[x];
            }
        }
    }
    return result;
}

GreyImage turned(const GreyImage& image, int quarters) {
    switch (((quarters % 4) + 4) % 4) {
        case 0: return image;
        case 2: {
            GreyImage result = image;
            std::reverse(result.pixels.begin(), result.pixels.end());
            return result;
        }
        case 1: {
            GreyImage result = transposed(image);
            for (int y = 0; y < result.height; ++y) std::reverse(result.row(y), result.row(y) + result.width);
            return result;
        }
        default: {
            GreyImage mirrored = image;
            for (int y = 0; y < mirrored.height; ++y) std::reverse(mirrored.row(y), mirrored.row(y) + mirrored.width);
            return transposed(mirrored);
        }
    }
}

Box turned(const Box& box, double width, double height, int quarters) {
    switch (((quarters % 4) + 4) % 4) {
        case 1: return {height - box.y1, box.x0, height - box.y0, box.x1};
        case 2: return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
        case 3: return {box.y0, width - box.x1, box.y1, width - box.x0};
        default: return box;
    }
}

}  // namespace torimatome::parsers::pdf
