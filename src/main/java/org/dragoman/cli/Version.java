package org.dragoman.cli;

import org.dragoman.web.Service;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Service.nameAndVersion()};
    }
}
