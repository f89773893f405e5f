using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;

namespace Workflow.Host.Identity;

/// <summary>
/// The sessions of browsers. A cookie names one and holds nothing else, so that signing out ends it here and a copy of the cookie
/// opens nothing any more. They end with their token, and of one token there are only so many. A restart ends all of them.
/// </summary>
public sealed class BrowserSessions(TimeProvider time) : ITicketStore
{
    /// <summary>The most of one token; one more ends the oldest.</summary>
    public const int MostOfToken = 16;

    private const int NameBytes = 32;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, AuthenticationTicket> _open = new(StringComparer.Ordinal);

    /// <summary>How many are open.</summary>
    public int Count => _open.Count;

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var name = NewName();
        lock (_lock)
        {
            ForgetEnded();
            ForgetOldest(BrowserSignIn.TokenOf(ticket.Principal));
            _open[name] = ticket;
        }

        return Task.FromResult(name);
    }

    /// <summary>Ends those of a token that has ended.</summary>
    /// <param name="isOf">Whether a token is meant, by the hash under which it is kept.</param>
    public void EndOf(Func<string, bool> isOf)
    {
        foreach (var (name, _) in _open.Where(o => BrowserSignIn.TokenOf(o.Value.Principal) is { } hash && isOf(hash)))
            _open.TryRemove(name, out _);
    }

    private static string NewName() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(NameBytes));

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        // Whoever has signed out meanwhile stays out.
        if (_open.ContainsKey(key))
            _open[key] = ticket;
        return Task.CompletedTask;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(_open.GetValueOrDefault(key));

    public Task RemoveAsync(string key)
    {
        _open.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    private void ForgetOldest(string? token)
    {
        var alike = _open
            .Where(o => BrowserSignIn.TokenOf(o.Value.Principal) == token)
            .OrderByDescending(o => o.Value.Properties.IssuedUtc);
        foreach (var (name, _) in alike.Skip(MostOfToken - 1))
            _open.TryRemove(name, out _);
    }

    private void ForgetEnded()
    {
        foreach (var (name, _) in _open.Where(o => HasEnded(o.Value)))
            _open.TryRemove(name, out _);
    }

    private bool HasEnded(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc <= time.GetUtcNow();
}
