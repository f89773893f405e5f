using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Host.Identity;

/// <summary>Bearer tokens of people. The database keeps only SHA-256, so that a copy of it signs nobody in.</summary>
public sealed class BearerTokens(Database database, TimeProvider time)
{
    private const string Prefix = "wf_";
    private const int SecretBytes = 32;

    /// <summary>Makes a token and returns it; it is shown this once.</summary>
    /// <param name="person">The person's id in the register.</param>
    /// <param name="purpose">What it is for: <c>demo</c>, or a word of the administrator's.</param>
    /// <param name="expiresAt">The first instant at which it no longer holds; null for never.</param>
    public string Issue(string person, string purpose, DateTimeOffset? expiresAt = null)
    {
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        using var connection = database.Connect();
        connection.Execute(
            "insert into host_tokens (sha256, person, purpose, issued_at, expires_at) values (@sha256, @person, @purpose, @issued, @expires)",
            new { sha256 = Hash(token), person, purpose, issued = Text(time.GetUtcNow()), expires = expiresAt is { } at ? Text(at) : null });
        return token;
    }

    /// <summary>Returns whose token it is, or null when nobody's.</summary>
    public string? PersonOf(string token) => PersonOfHash(Hash(token));

    /// <summary>Returns whose token has a hash, or null when nobody's.</summary>
    public string? PersonOfHash(string sha256)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<string>(
            "select person from host_tokens where sha256 = @sha256 and (expires_at is null or expires_at > @now)",
            new { sha256, now = Text(time.GetUtcNow()) });
    }

    /// <summary>Ends the tokens of a purpose; of one person only, where one is named. Returns how many.</summary>
    public int Revoke(string purpose, string? person = null)
    {
        using var connection = database.Connect();
        return connection.Execute("delete from host_tokens where purpose = @purpose and (@person is null or person = @person)", new { purpose, person });
    }

    /// <summary>The hash by which a token is kept.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
