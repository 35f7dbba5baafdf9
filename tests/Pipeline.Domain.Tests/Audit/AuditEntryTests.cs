using System.Security.Cryptography;
using System.Text;
using Pipeline.Domain.Audit;

namespace Pipeline.Domain.Tests.Audit;

public class AuditEntryTests
{
    private static readonly AuditOrigin Origin = new(
        new Guid("0198a4c2-0019-7c21-9b5e-0d6f4a2b8c19"),
        "request",
        new(2026, 1, 31, 13, 0, 0, TimeSpan.FromHours(1))
    );
    private static readonly AuditChange Change = new(
        AuditKind.ReferenceData,
        "needProfile",
        null,
        AuditAction.Changed,
        """[{"field":"é","from":null,"to":1}]"""
    );

    [Fact]
    public void The_hash_is_the_one_that_the_decision_record_describes()
    {
        // Written out by hand, as anybody would who computes it again without this program.
        const string text =
            "1:1,1:1,28:2026-01-31T12:00:00.0000000Z,36:0198a4c2-0019-7c21-9b5e-0d6f4a2b8c19,7:request,13:referenceData,11:needProfile,0:,7:changed,"
            + """35:[{"field":"é","from":null,"to":1}],"""
            + "64:0000000000000000000000000000000000000000000000000000000000000000,";
        var entry = AuditHead.Empty.Append(Origin, Change);
        entry.Hash.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Each_entry_carries_the_hash_of_the_one_before_and_the_head_that_of_the_last()
    {
        var head = AuditHead.Empty;
        var (first, second) = (head.Append(Origin, Change), head.Append(Origin, Change));
        (first.Sequence, first.PreviousHash).Should().Be((1, AuditEntry.Genesis));
        (second.Sequence, second.PreviousHash).Should().Be((2, first.Hash));
        (head.Entries, head.LastHash).Should().Be((2, second.Hash));
        second.Hash.Should().NotBe(first.Hash, "its place is part of it");
    }

    [Fact]
    public void What_runs_together_in_print_does_not_run_together_in_the_hash()
    {
        AuditHead
            .Empty.Append(Origin with { RequestId = "a" }, Change with { EntityId = "bc" })
            .Hash.Should()
            .NotBe(AuditHead.Empty.Append(Origin with { RequestId = "ab" }, Change with { EntityId = "c" }).Hash);
    }

    [Fact]
    public void A_walk_along_a_sound_chain_ends_at_its_head()
    {
        var head = AuditHead.Empty;
        var walk = new AuditChainVerifier();
        for (var i = 0; i < 3; i++)
            walk.Take(head.Append(Origin, Change)).Should().BeTrue();
        walk.Close(head);
        (walk.Broken, walk.Entries, walk.LastHash).Should().Be((null, 3, head.LastHash));
    }

    [Fact]
    public void A_walk_stops_at_the_first_break()
    {
        var head = AuditHead.Empty;
        var entries = Enumerable.Range(0, 4).Select(_ => head.Append(Origin, Change)).ToList();
        var walk = new AuditChainVerifier();
        walk.Take(entries[0]).Should().BeTrue();
        walk.Take(entries[2]).Should().BeFalse();
        walk.Take(entries[1]).Should().BeFalse();
        walk.Close(head);
        (walk.Broken, walk.Entries).Should().Be((new AuditBreak(2, AuditFault.Missing), 1));
    }
}
