using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Host.Identity;

/// <summary>A token as it may be listed: nothing in it signs anybody in.</summary>
/// <param name="Id">The beginning of its hash, by which it is named.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="IssuedAt">When it was made.</param>
/// <param name="ExpiresAt">The first instant at which it no longer holds.</param>
public sealed record KnownToken(string Id, string Person, string Purpose, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);

/// <summary>Bearer tokens of people. The database keeps only SHA-256, so that a copy of it signs nobody in.</summary>
public sealed class BearerTokens(Database database, TimeProvider time)
{
    private const string Prefix = "wf_";
    private const int SecretBytes = 32;

    // Enough of a hash to name a token among millions, and too little to try tokens against.
    private const int IdDigits = 12;

    /// <summary>How long a token holds where nobody says otherwise.</summary>
    public static readonly TimeSpan UsualLife = TimeSpan.FromDays(90);

    /// <summary>Makes a token and returns it; it is shown this once.</summary>
    /// <param name="person">The person's id in the register.</param>
    /// <param name="purpose">What it is for: <c>demo</c>, or a word of the administrator's.</param>
    /// <param name="life">How long it holds; null for the usual life.</param>
    public string Issue(string person, string purpose, TimeSpan? life = null)
    {
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = time.GetUtcNow();
        using var connection = database.Connect();
        connection.Execute(
            "insert into host_tokens (sha256, person, purpose, issued_at, expires_at) "
                + "values (@sha256, @person, @purpose, @issued, @expires)",
            new
            {
                sha256 = Hash(token),
                person,
                purpose,
                issued = Text(now),
                expires = Text(now + (life ?? UsualLife)),
            }
        );
        return token;
    }

    /// <summary>Returns whose token it is, or null when nobody's.</summary>
    public string? PersonOf(string token) => PersonOfHash(Hash(token));

    /// <summary>Returns whose token has a hash, or null when nobody's.</summary>
    public string? PersonOfHash(string sha256)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<string>(
            "select person from host_tokens where sha256 = @sha256 and expires_at > @now",
            new { sha256, now = Text(time.GetUtcNow()) }
        );
    }

    /// <summary>Lists the tokens that hold, of one person or of all, the latest first.</summary>
    public IReadOnlyList<KnownToken> List(string? person = null)
    {
        using var connection = database.Connect();
        return
        [
            .. connection
                .Query<BearerTokenRow>(
                    """
                    select sha256 as Sha256, person as Person, purpose as Purpose, issued_at as IssuedAt, expires_at as ExpiresAt
                    from host_tokens where (@person is null or person = @person) and expires_at > @now
                    order by issued_at desc, sha256
                    """,
                    new { person, now = Text(time.GetUtcNow()) }
                )
                .Select(r => r.Shown()),
        ];
    }

    /// <summary>Ends one token, named by its id; false when no such token holds.</summary>
    public bool End(string id)
    {
        if (id.Length != IdDigits || !id.All(char.IsAsciiHexDigitLower))
            return false;
        using var connection = database.Connect();
        return connection.Execute("delete from host_tokens where substr(sha256, 1, @digits) = @id", new { id, digits = IdDigits }) > 0;
    }

    /// <summary>Ends every token of a person, whatever it was for. Returns how many.</summary>
    public int EndAllOf(string person)
    {
        using var connection = database.Connect();
        return connection.Execute("delete from host_tokens where person = @person", new { person });
    }

    /// <summary>Ends the tokens of a purpose. Returns how many.</summary>
    public int EndPurpose(string purpose)
    {
        using var connection = database.Connect();
        return connection.Execute("delete from host_tokens where purpose = @purpose", new { purpose });
    }

    /// <summary>The hash by which a token is kept.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static string Text(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private sealed record BearerTokenRow(string Sha256, string Person, string Purpose, string IssuedAt, string ExpiresAt)
    {
        internal KnownToken Shown() => new(Sha256[..IdDigits], Person, Purpose, Moment(IssuedAt), Moment(ExpiresAt));

        private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }
}
