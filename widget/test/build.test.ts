// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url);
const built = readFileSync(new URL('dist/widget.js', root), 'utf8');

describe('the built file', () => {
  it('is what the sources give', () => {
    execFileSync(process.execPath, ['build.mjs', '--check'], { cwd: root });
  }, 30_000);

  it('is small', () => {
    expect(gzipSync(built, { level: 9 }).length).toBeLessThanOrEqual(25_000);
  });

  it('asks nothing of other servers and sets no cookie', () => {
    const addresses = [...built.matchAll(/https?:\/\/[\w.-]+/g)].map((m) => m[0]).filter((a) => a !== 'http://www.w3.org');
    expect(addresses).toEqual([]);
    expect(built).not.toMatch(/document\.cookie|randomUUID|navigator\.clipboard|eval\(|new Function/);
  });

  it('has pages without inline script or style', () => {
    const pages = new URL('pages/', root);
    for (const name of readdirSync(pages).filter((n) => n.endsWith('.html'))) {
      const html = readFileSync(new URL(name, pages), 'utf8');
      expect(html, name).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)|https?:\/\//i);
      expect(html, name).toContain('<html lang="nl">');
    }
  });

  it('has a lock file that names no registry', () => {
    expect(readFileSync(new URL('package-lock.json', root), 'utf8')).not.toMatch(/"resolved"|registry/);
  });
});
