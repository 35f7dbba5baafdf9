using Pipeline.Api.Web.Words;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Web;

/// <summary>Sentences of the product as people read them: fields by their words, and ordinary words left alone.</summary>
public sealed class FieldWordsTests
{
    [Theory]
    [InlineData("on", "on is required.", "en", "Day is required.")]
    [InlineData("on", "The cohort was closed on 3 May 2024.", "en", "The cohort was closed on 3 May 2024.")]
    [InlineData("months", "A path takes 1 to 60 months.", "en", "A path takes 1 to 60 months.")]
    [InlineData("closedOn", "closedOn is 2024-05-01, before startsOn (2024-06-01).", "fr", "Clos le")]
    [InlineData(
        "sessions[4].month",
        "sessions[4].month is no number, and a month is one.",
        "en",
        "Month is no number, and a month is one."
    )]
    public void A_field_is_called_by_its_words_and_no_other_word_is(
        string field,
        string sentence,
        string language,
        string expected
    )
    {
        var fault = CommonRefusals.Required.With(field).On(field);
        var told = FieldWords.Mend(sentence, [fault], language == "fr" ? Language.Fr : Language.En);
        told.Should().StartWith(expected).And.NotContain("startsOn");
    }
}
