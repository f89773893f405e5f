using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Workflow.Engine.Messages;
using Workflow.Host.Answers;
using Workflow.Host.Opening;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary>An authority that gives time-stamp tokens by RFC 3161 over HTTP.</summary>
public sealed class TimestampAuthority(HttpClient http, Uri address)
{
    private const int NonceBytes = 8;
    private const int LargestAnswer = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Uri Address => address;

    /// <summary>Returns a token over a seal's hash as DER. That it answers this request and is signed is checked; who signed is checked where it is used.</summary>
    /// <exception cref="OpeningRefusedException">The authority gave none.</exception>
    public async Task<byte[]> Stamp(StoredSeal seal, CancellationToken cancellation)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(
            Convert.FromHexString(seal.Hash),
            HashAlgorithmName.SHA256,
            null,
            RandomNumberGenerator.GetBytes(NonceBytes),
            requestSignerCertificates: true
        );
        try
        {
            return request.ProcessResponse(await Ask(request, cancellation), out _).AsSignedCms().Encode();
        }
        catch (Exception e)
            when (e is HttpRequestException or CryptographicException or InvalidOperationException or TaskCanceledException
                && !cancellation.IsCancellationRequested
            )
        {
            throw BroughtRefusals.NotStamped(seal.Number, address, MachineText.Of(e));
        }
    }

    private async Task<byte[]> Ask(Rfc3161TimestampRequest request, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(Patience);
        using var message = Message(request);
        using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop.Token);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(stop.Token);
        return await Bodies.ReadAtMost(body, LargestAnswer, stop.Token)
            ?? throw new HttpRequestException($"the answer has more than {LargestAnswer} bytes.");
    }

    private HttpRequestMessage Message(Rfc3161TimestampRequest request) =>
        new(HttpMethod.Post, address) { Content = Query(request.Encode()) };

    private static ByteArrayContent Query(byte[] request) =>
        new(request) { Headers = { ContentType = new MediaTypeHeaderValue("application/timestamp-query") } };
}
