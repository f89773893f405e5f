using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Tests.Support;

/// <summary>A time-stamp authority of its own on a loopback port: <c>openssl ts</c> answers, a listener carries, the certificates are made here.</summary>
internal sealed class LocalAuthority : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-tsa-").FullName;
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    private LocalAuthority()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/tsa/");
        WriteCertificates();
        File.WriteAllText(In("tsa.cnf"), Settings());
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _serving = Task.Run(Serve);
    }

    internal Uri Address { get; }

    /// <summary>The certificate above the signer's, which an auditor brings.</summary>
    internal string Certificate => In("ca.pem");

    internal static LocalAuthority Start() => new();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Serve()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await using (var query = File.Create(In("query.tsq"))) await context.Request.InputStream.CopyToAsync(query);
            OpenSsl("ts", "-reply", "-queryfile", In("query.tsq"), "-out", In("reply.tsr"), "-config", In("tsa.cnf"), "-section", "tsa");
            context.Response.ContentType = "application/timestamp-reply";
            await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(In("reply.tsr")));
            context.Response.Close();
        }
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

    private static void OpenSsl(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) TestContext.Progress.WriteLine(said);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
