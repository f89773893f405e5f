using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Workflow.Tests.Support.Hosts;

/// <summary>A time-stamp authority of its own on a loopback port: <c>openssl ts</c> answers, a server carries, the certificates are made here.</summary>
internal sealed class LocalAuthority : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-tsa-").FullName;
    private WebApplication _app = null!;

    private LocalAuthority()
    {
        WriteCertificates();
        File.WriteAllText(In("tsa.cnf"), Settings());
    }

    internal Uri Address => new(_app.Urls.First());

    /// <summary>The certificate above the signer's, which an auditor brings.</summary>
    internal string Certificate => In("ca.pem");

    internal static async Task<LocalAuthority> Start()
    {
        var authority = new LocalAuthority();
        authority._app = await LocalServer.Start(authority.Reply);
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Reply(HttpContext context)
    {
        await using (var query = File.Create(In("query.tsq")))
            await context.Request.Body.CopyToAsync(query);
        OpenSsl("ts", "-reply", "-queryfile", In("query.tsq"), "-out", In("reply.tsr"), "-config", In("tsa.cnf"), "-section", "tsa");
        context.Response.ContentType = "application/timestamp-reply";
        await context.Response.SendFileAsync(In("reply.tsr"));
    }

    private void WriteCertificates()
    {
        using var rootKey = RSA.Create(2048);
        var rootRequest = new CertificateRequest("CN=Root of a test", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var root = rootRequest.CreateSelfSigned(from, to);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Time stamps of a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        using var signer = request.Create(root, from, to, [1]);
        File.WriteAllText(In("ca.pem"), root.ExportCertificatePem());
        File.WriteAllText(In("tsa.pem"), signer.ExportCertificatePem());
        File.WriteAllText(In("tsa.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(In("serial"), "01");
    }

    private string Settings() =>
        $"""
            [tsa]
            serial = {In("serial")}
            signer_cert = {In("tsa.pem")}
            certs = {In("ca.pem")}
            signer_key = {In("tsa.key")}
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            accuracy = secs:1
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256
            """;

    /// <summary>Whether <c>openssl</c> verifies an answer of this authority over a hash.</summary>
    internal bool IsVerifiedByOpenSsl(byte[] response, string hash)
    {
        File.WriteAllBytes(In("brought.tsr"), response);
        return OpenSsl("ts", "-verify", "-digest", hash, "-in", In("brought.tsr"), "-CAfile", In("ca.pem"), "-untrusted", In("tsa.pem"));
    }

    private static bool OpenSsl(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            TestContext.Progress.WriteLine(said);
        return process.ExitCode == 0;
    }

    private string In(string name) => Path.Combine(_folder, name);
}
