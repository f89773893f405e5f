using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;

namespace Workflow.Host.Identity;

/// <summary>
/// The sessions of browsers. A cookie names one and holds nothing else, so that signing out ends it here and a copy of the cookie
/// opens nothing any more. A restart ends all of them.
/// </summary>
public sealed class BrowserSessions(TimeProvider time) : ITicketStore
{
    private const int NameBytes = 32;

    private readonly ConcurrentDictionary<string, AuthenticationTicket> _open = new(StringComparer.Ordinal);

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        ForgetEnded();
        var name = NewName();
        _open[name] = ticket;
        return Task.FromResult(name);
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

    private void ForgetEnded()
    {
        foreach (var (name, _) in _open.Where(o => HasEnded(o.Value)))
            _open.TryRemove(name, out _);
    }

    private bool HasEnded(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc <= time.GetUtcNow();
}
