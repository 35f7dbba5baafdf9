using Pipeline.Domain.Common;

namespace Pipeline.Domain.Tests.Common;

public sealed class GuardTests
{
    [Theory]
    [InlineData("Bread\nand roses")]
    [InlineData("Bread\r\nand roses")]
    [InlineData("Bread\rand roses")]
    [InlineData("Bread\u2028and roses")]
    [InlineData("Bread\u2029and roses")]
    public void What_is_a_name_or_a_label_is_one_line_and_what_is_a_paragraph_need_not_be(string text)
    {
        foreach (var max in new[] { Limits.Code, Limits.Short, Limits.Name })
            FluentActions
                .Invoking(() => Guard.Required(text, "name", max))
                .Should()
                .Throw<InvalidValueException>()
                .Which.Faults.Select(f => (f.Field, f.Code))
                .Should()
                .Equal(("name", "invalid_text"));
        Guard.Optional(text, "summary", Limits.Paragraph).Should().Be(text);
        Guard.Required($"\n {text[..5]}\r\n", "name", Limits.Name).Should().Be("Bread", "ends are trimmed");
    }

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u2060 \uFEFF\u00AD")]
    [InlineData("\u3164\u115F")]
    [InlineData("\u2800")]
    [InlineData("\U000E0041")]
    public void What_cannot_be_seen_is_missing(string text)
    {
        FluentActions
            .Invoking(() => Guard.Required(text, "name", Limits.Name))
            .Should()
            .Throw<InvalidValueException>()
            .Which.Faults.Select(f => (f.Field, f.Code))
            .Should()
            .Equal(("name", "required"));
        Guard.Optional(text, "summary", Limits.Paragraph).Should().BeNull();
        Guard.Required($"{text}Bread", "name", Limits.Name).Should().EndWith("Bread");
    }
}
