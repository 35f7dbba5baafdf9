using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Domain.Tests.Notifications;

public sealed class NotificationPreferencesTests
{
    private const string Later = "kind.thatALaterReleaseBrings";

    [Fact]
    public void Who_wants_no_mail_of_all_that_there_is_gets_none_of_what_comes_to_be_either_until_they_want_some()
    {
        var preferences = new NotificationPreferences(Given.Id(), Language.Fr);
        preferences.RhythmOf(Later).Should().Be(MailRhythm.Daily);
        preferences.EndMail();
        (preferences.RhythmOf(Later), preferences.Language).Should().Be((MailRhythm.Never, Language.Fr));
        var none = preferences.Kinds.Where(k => EventTypes.Has(k.Kind)).ToList();
        preferences.Say(Language.En, none);
        preferences.RhythmOf(Later).Should().Be(MailRhythm.Never, "as a page says it that has every kind on it");
        preferences.Say(Language.En, [.. none.Skip(1)]);
        preferences.RhythmOf(Later).Should().Be(MailRhythm.Daily);
    }
}
