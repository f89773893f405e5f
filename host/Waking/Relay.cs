using System.Text;
using Workflow.Storage.Ledger;

namespace Workflow.Host.Waking;

/// <summary>Sends the messages that entries caused, each at least once, to the log or to a webhook.</summary>
public sealed class Relay(Outbox outbox, Func<OutboxMessage, CancellationToken, Task> send, TimeProvider time)
{
    private const int Batch = 100;
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    public async Task Run(CancellationToken cancellation)
    {
        var sent = new List<OutboxMessage>();
        try
        {
            await Send(sent, cancellation);
        }
        finally
        {
            // Whatever ended the round: what was sent is not sent again for it.
            if (sent.Count > 0)
                await outbox.Sent(sent, time.GetUtcNow(), CancellationToken.None);
        }
    }

    /// <summary>Notes messages in the log: of which entry and what kind, and nothing of what they say, for no erasure reaches a log.</summary>
    public static Func<OutboxMessage, CancellationToken, Task> ToLog(ILogger log) =>
        (row, _) =>
        {
            log.LogInformation("Message {Kind} of case {Case}, entry {Entry}, place {Place}.", row.Kind, row.Case, row.Entry, row.Place);
            return Task.CompletedTask;
        };

    /// <summary>Posts messages as JSON; the receiver recognises a repeated one by its header <c>Message-Id</c>.</summary>
    public static Func<OutboxMessage, CancellationToken, Task> ToWebhook(HttpClient http, Uri address) =>
        async (row, cancellation) =>
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, address);
            message.Content = new StringContent(row.Payload!, Encoding.UTF8, "application/json");
            message.Headers.Add("Message-Id", $"{row.Case}/{row.Entry}/{row.Place}");
            message.Headers.Add("Message-Kind", row.Kind);
            using var answer = await http.SendAsync(message, cancellation);
            answer.EnsureSuccessStatusCode();
        };

    private async Task Send(List<OutboxMessage> sent, CancellationToken cancellation)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in outbox.Waiting(time.GetUtcNow(), Batch).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            if (held.Contains(row.Case))
                continue;
            if (await Try(row, cancellation))
                sent.Add(row);
            else
                held.Add(row.Case);
        }
    }

    private async Task<bool> Try(OutboxMessage row, CancellationToken cancellation)
    {
        if (await WhyNot(row, cancellation) is not { } error)
            return true;
        await outbox.Failed(row, error, time.GetUtcNow() + Retry, cancellation);
        return false;
    }

    // What went wrong with a message; null when it was sent.
    private async Task<string?> WhyNot(OutboxMessage row, CancellationToken cancellation)
    {
        if (row.Payload is null)
            return "The entry cannot be read.";
        try
        {
            await send(row, cancellation);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return e.Message;
        }
    }
}
