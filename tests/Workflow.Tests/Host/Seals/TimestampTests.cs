using NUnit.Framework.Constraints;
using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Opening;
using Workflow.Host.Seals;
using Workflow.Host.Wording;
using Workflow.Storage.Seals;

namespace Workflow.Tests.Host.Seals;

public sealed class TimestampTests
{
    private static readonly StoredSeal Seal = new(7, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "{}");

    private const int Step = 37;

    private LocalAuthority _authority = null!;
    private byte[] _token = null!;

    [OneTimeSetUp]
    public async Task Stamp()
    {
        _authority = await LocalAuthority.Start();
        using var http = new HttpClient();
        _token = await new TimestampAuthority(http, _authority.Address).Stamp(Seal, default);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _authority.DisposeAsync();

    [Test]
    public void A_token_attests_the_seals_hash_and_its_own_moment()
    {
        var receipt = TimestampCheck.Read(
            ReceiptMessages.TokenFile("x.tsr"),
            _token,
            TimestampCheck.Certificates(new BroughtFile("authority.pem", _authority.Certificate))
        );
        Assert.That(receipt.Hash, Is.EqualTo(Seal.Hash));
        Assert.That(receipt.At, Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task What_lies_outside_is_the_answer_that_openssl_verifies_and_is_read_again()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-tsr-").FullName;
        new ReceiptFolder(folder).Put(new SealToken(7, "authority", DateTimeOffset.UtcNow, _token));
        var response = await File.ReadAllBytesAsync(Path.Combine(folder, "seal-00000007.tsr"));
        Directory.Delete(folder, recursive: true);
        Assert.That(_authority.IsVerifiedByOpenSsl(response, Seal.Hash));
        var trusted = TimestampCheck.Certificates(new BroughtFile("authority.pem", _authority.Certificate));
        Assert.That(TimestampCheck.Read(ReceiptMessages.TokenFile("x.tsr"), response, trusted).Hash, Is.EqualTo(Seal.Hash));
    }

    [Test]
    public async Task A_token_of_another_authority_is_refused()
    {
        await using var other = await LocalAuthority.Start();
        var trusted = TimestampCheck.Certificates(new BroughtFile("authority.pem", other.Certificate));
        Assert.That(
            () => TimestampCheck.Read(ReceiptMessages.TokenFile("x.tsr"), _token, trusted),
            Refused(
                "A time stamp must be signed under the certificate given, but the token 'x.tsr' was signed by CN=Time stamps of a test (serial number 01, SHA-256 fingerprint "
            )
        );
    }

    [Test]
    public void A_token_with_a_byte_changed_anywhere_is_refused_or_says_the_same()
    {
        var trusted = TimestampCheck.Certificates(new BroughtFile("authority.pem", _authority.Certificate));
        // A step that shares no factor with the structure's sizes meets every part of it.
        var passed = Enumerable
            .Range(0, _token.Length / Step)
            .Select(i => i * Step)
            .Where(i => Says(Changed(i)) is { } hash && hash != Seal.Hash)
            .ToList();
        Assert.That(passed, Is.Empty);

        string? Says(byte[] token)
        {
            try
            {
                return TimestampCheck.Read(ReceiptMessages.TokenFile("x.tsr"), token, trusted).Hash;
            }
            catch (OpeningRefusedException e) when (HostMessages.Exit(e.Refusal.Message) == 2)
            {
                return null;
            }
        }
    }

    [Test]
    public void What_is_no_token_is_refused() =>
        Assert.That(
            () => TimestampCheck.Read(ReceiptMessages.TokenFile("x.tsr"), [1, 2, 3], []),
            Refused("A time-stamp token is needed; the token 'x.tsr' is not one.")
        );

    [Test]
    public void What_is_no_certificate_is_refused()
    {
        var file = Path.GetTempFileName();
        Assert.That(
            () => TimestampCheck.Certificates(new BroughtFile("authority.pem", file)),
            Refused("holds no certificate, neither as PEM nor as DER.")
        );
        File.Delete(file);
    }

    [Test]
    public void An_authority_that_does_not_answer_is_named()
    {
        using var http = new HttpClient();
        Assert.That(
            async () => await new TimestampAuthority(http, new Uri("http://127.0.0.1:1/")).Stamp(Seal, default),
            Refused("http://127.0.0.1:1/ gave no time-stamp token for seal 7 (the system says: ")
        );
    }

    private byte[] Changed(int place)
    {
        var changed = _token.ToArray();
        changed[place] ^= 0x55;
        return changed;
    }

    private static IResolveConstraint Refused(string words) =>
        Throws
            .TypeOf<OpeningRefusedException>()
            .With.Property(nameof(OpeningRefusedException.Refusal))
            .Matches<Refusal>(r => Words.In(Language.En).Tell(r!).Sentence.Contains(words, StringComparison.Ordinal));
}
